/** The sum of amounts in yuan with two decimals, exact to the fen. */
export function sumOf(amounts: readonly string[]): string {
  const fen = amounts.reduce((total, amount) => total + BigInt(amount.replace('.', '')), 0n);
  const digits = fen.toString().padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
