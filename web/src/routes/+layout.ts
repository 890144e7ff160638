/** Pages work without JavaScript; the office turns it on for itself. */
export const csr = false;
