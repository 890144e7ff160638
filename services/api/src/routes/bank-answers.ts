import { AnswersMessage } from '@zhouji/bank';
import { type AnswerVerdict, answerVerdicts } from '@zhouji/domain';
import Type from 'typebox';
import { refusing } from '../answers/problem.ts';
import { closed } from '../answers/words.ts';
import type { Api } from '../api.ts';
import { takeBankAnswers } from '../bank-answers.ts';
import type { Office } from '../office.ts';
import { perMinute } from '../plugins/limits.ts';

const BANK_A_MINUTE = 1200;

/** The door of the paying bank. Its signature is its right; a session is none here. */
export function bankAnswerRoutes(app: Api, office: Office): void {
  app.post(
    '/api/bank/answers',
    {
      config: { policy: { public: true }, ...perMinute(BANK_A_MINUTE) },
      schema: {
        operationId: 'tellBankAnswers',
        summary: 'For the paying bank: what became of payments; signed and timed, taken once',
        body: AnswersMessage,
        response: {
          200: Type.Object({ verdicts: Type.Array(Type.Enum(Object.keys(answerVerdicts) as AnswerVerdict[])) }, closed),
          ...refusing(401, 422),
        },
      },
    },
    (request) => takeBankAnswers(office, request, request.body),
  );
}
