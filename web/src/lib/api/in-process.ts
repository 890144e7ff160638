/** The part of the API's Fastify instance that a page needs: a request without a socket. */
export interface InProcessApi {
  inject(request: {
    method: string;
    url: string;
    headers: Record<string, string>;
    payload?: Buffer;
    remoteAddress: string;
  }): Promise<{ statusCode: number; headers: Record<string, string | string[] | number | undefined>; rawPayload: Buffer }>;
}

/** Hands a request of a page to the API beside it, in the name of whoever asked for the page. */
export async function askInProcess(
  api: InProcessApi,
  request: Request,
  caller: { cookie: string | null; address: string },
): Promise<Response> {
  const url = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  headers['host'] = url.host;
  if (caller.cookie !== null) headers['cookie'] = caller.cookie;
  const body = request.method === 'GET' || request.method === 'HEAD' ? undefined : Buffer.from(await request.arrayBuffer());
  const answer = await api.inject({
    method: request.method,
    url: url.pathname + url.search,
    headers,
    remoteAddress: caller.address,
    ...(body && body.length > 0 ? { payload: body } : {}),
  });
  return new Response(answer.rawPayload.length > 0 ? new Uint8Array(answer.rawPayload) : null, {
    status: answer.statusCode,
    headers: flatten(answer.headers),
  });
}

function flatten(headers: Record<string, string | string[] | number | undefined>): Headers {
  const flat = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    for (const each of Array.isArray(value) ? value : [value]) if (each !== undefined) flat.append(name, String(each));
  }
  flat.delete('transfer-encoding');
  return flat;
}
