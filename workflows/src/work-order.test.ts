// LAW = 社会救助法; M57 = 最低生活保障审核确认办法; GX-BS, WF-12345 = rules of other places.
import { expect, test } from 'vitest';
import { nextAfter } from './record-in-words.ts';
import { workOrder } from './work-order.ts';

const dispatching = ['act:order-opening to-dispatch'];
const answering = [...dispatching, 'task:dispatch accepted', 'act:order-sending enquiry'];
const calling = [...answering, 'task:answer answered', 'act:order-answer to-call'];

test('an order is dispatched, sent by territory, and answered [GX-BS]', async () => {
  expect(await next()).toEqual(['act:order-opening:1']);
  expect(await next(...dispatching)).toEqual(['task:dispatch:1']);
  expect(await next(...dispatching, 'task:dispatch accepted')).toEqual(['act:order-sending:1']);
  expect(await next(...answering)).toEqual(['task:answer:1']);
});

test('what belongs elsewhere is not taken [WF-12345 19]; what is known already joins the open order', async () => {
  expect(await next(...dispatching, 'task:dispatch returned')).toBe('not-accepted');
  expect(await next(...dispatching, 'task:dispatch merged')).toBe('passed-on');
});

test('what lies in another township goes there and is not dispatched a second time', async () => {
  expect(await next(...dispatching, 'task:dispatch redirected')).toEqual(['act:order-hand-on:1']);
  expect(await next(...dispatching, 'task:dispatch redirected', 'act:order-hand-on done')).toBe('passed-on');
  expect(await next('act:order-opening handed-on')).toEqual(['act:order-sending:1']);
});

test('a return that is agreed goes back to be dispatched; one that is not is answered where it is [WF-12345 22]', async () => {
  const disputed = [...answering, 'task:answer return-asked'];
  expect(await next(...disputed)).toEqual(['task:return-decision:1']);
  expect(await next(...disputed, 'task:return-decision agreed')).toEqual(['task:dispatch:2']);
  expect(await next(...disputed, 'task:return-decision not-agreed')).toEqual(['task:answer:2']);
});

test('the caller is asked whether it helped; what did not help is done again [WF-12345 25]', async () => {
  expect(await next(...calling)).toEqual(['task:follow-up-call:1']);
  for (const outcome of ['satisfied', 'dissatisfied', 'unreachable']) {
    expect(await next(...calling, `task:follow-up-call ${outcome}`)).toBe('answered');
  }
  expect(await next(...calling, 'task:follow-up-call redo')).toEqual(['act:order-sending:2']);
});

test('an ordinary matter that cannot be done is explained, and the caller is asked like anybody [WF-12345 20]', async () => {
  const explained = [...dispatching, 'task:dispatch accepted', 'act:order-sending ordinary', 'task:answer explained'];
  expect(await next(...explained)).toEqual(['act:order-answer:1']);
  expect(await next(...explained, 'act:order-answer to-call')).toEqual(['task:follow-up-call:1']);
  expect(await next(...explained, 'act:order-answer nobody-to-call')).toBe('answered');
});

test('nobody is called who left no number', async () => {
  expect(await next(...answering, 'task:answer answered', 'act:order-answer nobody-to-call')).toBe('answered');
});

test('a report goes to the county, and a named reporter is answered [M57 37]', async () => {
  expect(await next('act:order-opening named-report')).toEqual(['task:report-check:1']);
  expect(await next('act:order-opening named-report', 'task:report-check founded')).toEqual(['task:report-answer:1']);
  expect(await next('act:order-opening named-report', 'task:report-check founded', 'task:report-answer told')).toBe('answered');
  expect(await next('act:order-opening unnamed-report', 'task:report-check unfounded')).toBe('answered');
});

function next(...record: string[]): Promise<string[] | string> {
  return nextAfter(workOrder, record);
}
