/** What ledger and audit call whoever is no person: the office doing something by itself, and the bank that pays. */
export const machineNames = { office: '系统', bank: '代发银行' } as const;
