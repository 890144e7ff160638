/** How the office and the bank that pays for it talk: messages, their signature, and the office's side of the line. */
export { type Bank, BankUnreachable, openBank } from './client.ts';
export { failpoint } from './failpoint.ts';
export { canonicalText, isFresh, isSigned, signatureHeader, signatureOf, timeHeader } from './signature.ts';
export {
  type AnswerMessage,
  AnswersMessage,
  type InstructionMessage,
  InstructionsMessage,
  QuestionMessage,
  StatementMessage,
} from './messages.ts';
