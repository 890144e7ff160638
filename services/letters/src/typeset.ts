import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.ts';
import { template, templates } from './template.ts';

/** How many recent results the typesetter keeps: enough that the next letter is quick, so few that memory does not grow. */
const KEPT_RESULTS = 5;

let loading: Promise<NodeCompiler> | undefined;

/**
 * Sets a sheet: what stands on it as JSON, and the moment that the PDF bears. PDF/A-2u: what archives accept, every character in it
 * findable and with a glyph.
 *
 * @throws Error when the template cannot be set: a fault
 */
export async function typeset({ sheet, at }: { sheet: string; at: string }): Promise<Uint8Array> {
  const compiler = await typesetter();
  const result = compiler.compile({ mainFileContent: template, inputs: { letter: sheet } });
  if (!result.result) throw new Error(`the letter could not be set: ${JSON.stringify(result.takeError()?.shortDiagnostics)}`);
  try {
    return compiler.pdf(result.result, { pdfStandard: 'a-2u', creationTimestamp: Math.floor(Date.parse(at) / 1000) });
  } finally {
    compiler.evictCache(KEPT_RESULTS);
  }
}

/**
 * The typesetter, loaded when the first letter is printed. It reads its templates and its fonts, no fonts of the machine and nothing above
 * its folder. A failure is not kept: the next print tries again.
 */
export function typesetter(): Promise<NodeCompiler> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<NodeCompiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  return NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: fontFiles }] });
}
