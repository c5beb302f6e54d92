// What this page uses of Blazor's script, which is loaded beside it with autostart off.

export interface DotNet { invokeMethodAsync<T>(method: string, ...values: unknown[]): Promise<T>; }

interface ConnectionBuilder {
  withUrl(url: string, options: { skipNegotiation: boolean; transport: number }): ConnectionBuilder;
  withServerTimeout(milliseconds: number): ConnectionBuilder;
  withKeepAliveInterval(milliseconds: number): ConnectionBuilder;
}

interface Blazor {
  start(options: { circuit: { configureSignalR(builder: ConnectionBuilder): void; reconnectionHandler: { onConnectionDown(): void; onConnectionUp(): void } } }): Promise<void>;
  reconnect?(): Promise<boolean>;
}

declare global {
  interface Window { Blazor?: Blazor; whistleConsole: { attach(live: DotNet): void }; }
}

const webSockets = 1;

/** Opens the circuit on a WebSocket without negotiation, so that any node may take it, and hears within seconds that it is gone. */
export function startBlazor(down: () => void, up: () => void) {
  return window.Blazor?.start({
    circuit: {
      configureSignalR: builder => {
        builder.withUrl(new URL("_blazor", document.baseURI).href, { skipNegotiation: true, transport: webSockets })
          .withServerTimeout(12_000).withKeepAliveInterval(4_000);
      },
      reconnectionHandler: { onConnectionDown: down, onConnectionUp: up },
    },
  });
}
