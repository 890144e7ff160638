import { Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';

export interface TemporalConnections {
  nativeConnection: NativeConnection;
  connection: Connection;
  /** After the workers that hold them have stopped. */
  close(): Promise<void>;
}

const PATIENCE_MS = 60_000;
/** By default a client that has missed a server waits up to two minutes before it tries again. */
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 250, 'grpc.max_reconnect_backoff_ms': 2000 };

/** Connects to a Temporal server, which may still be starting. @throws Error when it does not answer within a minute */
export async function connect(address: string, log: (line: string) => void): Promise<TemporalConnections> {
  const deadline = performance.now() + PATIENCE_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      const nativeConnection = await NativeConnection.connect({ address });
      const connection = await Connection.connect({ address, connectTimeout: '5 s', channelArgs: RECONNECT });
      return { nativeConnection, connection, close: async () => void (await Promise.all([nativeConnection.close(), connection.close()])) };
    } catch (error) {
      if (performance.now() > deadline)
        throw new Error(`Temporal does not answer at ${address}: ${(error as Error).message}`, { cause: error });
      if (attempt === 1) log(`Temporal does not answer at ${address} yet; waiting for it.`);
      await new Promise((next) => setTimeout(next, 500));
    }
  }
}
