// Room: judge. One HTTP request, bounded in time and size; the only file of the product that touches the network.

/** A request to send. */
export interface Letter {
  readonly url: string;
  readonly key: string | undefined;
  readonly body: unknown;
  /** Ends it, whatever it waits for. */
  readonly signal: AbortSignal;
}

/** What came of it. `why` is the end of "the judge …"; it never holds what the server wrote, which may repeat the key. */
export type Sent =
  | { readonly type: "answered"; readonly text: string }
  | { readonly type: "failed"; readonly why: string; readonly status: number | undefined; readonly mayPass: boolean; readonly waitSeconds: number }
  | { readonly type: "aborted" };

/** The most bytes of a reply: a hundred times what one takes. */
const largestReply = 256 * 1024;

/** Posts JSON. Follows no redirect: an answer goes to the address that the person agreed to, or nowhere. Never rejects. */
export async function post({ url, key, body, signal }: Letter): Promise<Sent> {
  try {
    const headers = { "content-type": "application/json", accept: "application/json", ...(key === undefined ? {} : { authorization: `Bearer ${key}` }) };
    const response = await fetch(url, { method: "POST", redirect: "manual", headers, body: JSON.stringify(body), signal });
    if (response.ok) return await readBody(response);
    await response.body?.cancel();
    return refusal(response);
  } catch (error) {
    return signal.aborted ? { type: "aborted" } : networkFault(error);
  }
}

async function readBody(response: Response): Promise<Sent> {
  const reader = response.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.length;
    if (size > largestReply) {
      await reader?.cancel();
      return failed("sent more than 256 kB");
    }
    parts.push(part.value);
  }
  return { type: "answered", text: Buffer.concat(parts).toString("utf8") };
}

function failed(why: string, more: { readonly status?: number; readonly mayPass?: boolean; readonly waitSeconds?: number } = {}): Sent {
  return { type: "failed", why, status: more.status, mayPass: more.mayPass ?? false, waitSeconds: more.waitSeconds ?? 0 };
}

const meanings: Readonly<Record<number, string>> = {
  401: "does not accept the key",
  403: "does not allow it",
  404: "knows no such address or model; check judge.url and judge.model",
  413: "finds the answer too long",
  429: "is asked too often",
};

function refusal({ status, headers }: Response): Sent {
  if (status >= 300 && status < 400) return failed("sends on to another address, which is not followed; set judge.url to that address itself", { status });
  const mayPass = status === 429 || status >= 500;
  const seconds = Number(headers.get("retry-after") ?? 0);
  return failed(`${meanings[status] ?? (status >= 500 ? "has a fault" : "refuses")} (HTTP ${status})`, {
    status,
    mayPass,
    waitSeconds: Number.isFinite(seconds) ? Math.max(0, seconds) : 0,
  });
}

const faults: Readonly<Record<string, string>> = {
  ECONNREFUSED: "is not there: nothing listens at that address",
  ENOTFOUND: "is not found: there is no such host",
  EAI_AGAIN: "is not found: the host's name cannot be looked up now",
  ECONNRESET: "broke the connection",
  EPIPE: "broke the connection",
  UND_ERR_SOCKET: "broke the connection",
  ETIMEDOUT: "cannot be reached",
  EHOSTUNREACH: "cannot be reached",
  ENETUNREACH: "cannot be reached",
};

function networkFault(error: unknown): Sent {
  const code = codeOf(error) || codeOf(error instanceof Error ? error.cause : undefined);
  const isCertificate = /CERT|TLS|SSL/.test(code);
  const why = isCertificate ? "has a certificate that is not trusted" : (faults[code] ?? "could not be spoken to");
  return failed(code === "" ? why : `${why} (${code})`, { mayPass: !isCertificate });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return "";
  return /^\w{1,40}$/.test(error.code) ? error.code : "";
}
