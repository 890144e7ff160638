/** Where a human answers: the government service hotline, the same everywhere. */
export const hotline = '12345';
