/**
 * Who is answered by the preview's server, and what it bears: other origins, other hosts (DNS rebinding), strangers,
 * wrong methods and types, paths that lead out, bodies too large, slow and many clients; and when it ends.
 */
import { createServer, connect as netConnect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MOST_FILE_BYTES } from "../../src/cli/import/gather-files.js";
import { ADDRESS_MS, openAccess } from "../../src/cli/preview/access.js";
import { IDLE_MS, idleEnd } from "../../src/cli/preview/idle-end.js";
import { lookAgain } from "../../src/cli/preview/look-again.js";
import { startPreview } from "../../src/cli/preview/preview-command.js";
import { printAddresses } from "../../src/cli/preview/print-addresses.js";
import { EnvironmentError } from "../../src/diagnostics/diagnostic.js";
import { MOST_FILE_BYTES as PAGE_MOST_FILE_BYTES } from "../../src/preview/protocol.js";
import { fastClock } from "./fast-clock.js";
import { type Asked, askRaw, ISSUE, type OpenedPreview, openPreview, PAGE } from "./open-preview.js";

let opened: OpenedPreview;
beforeAll(async () => {
  opened = await openPreview();
});
afterAll(() => opened.close());

/** Of each kind: the page, its files, events, reads, an edition. */
const READS = [
  "/",
  "/preview.js",
  "/api/state",
  "/api/events",
  "/api/glyphs?from=0",
  "/api/places?page=1",
  "/edition/html",
];
const WRITES = [
  "/api/fix",
  "/api/undo",
  "/api/move",
  "/api/details",
  "/api/open",
  "/api/import?name=a.txt",
  "/api/import/confirm",
  "/api/import/cancel",
];

const typeOf = (path: string): string =>
  path.startsWith("/api/import?") ? "application/octet-stream" : "application/json";

describe("the address", () => {
  it("opens once, and becomes a cookie that no script and no other site sees", async () => {
    const { preview, port } = opened;
    const { pathname, search, host } = new URL(preview.newAddress());
    expect(host).toBe(`127.0.0.1:${port}`);
    const entered = await askRaw(port, `${pathname}${search}`);
    expect(entered).toMatchObject({ status: 303, headers: { location: "/" } });
    expect(String(entered.headers["set-cookie"])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    const again = await askRaw(port, `${pathname}${search}`);
    expect(again.status).toBe(403);
    expect(again.text).toContain("回车键");
    // In the browser that has the page already it leads there.
    expect((await opened.ask(`${pathname}${search}`)).status).toBe(303);
  });

  it.each(["/?token=", "/?token=guess", "/?token=%00", "/api/state?token=guess"])(
    "%s opens nothing",
    async (path) => {
      expect((await askRaw(opened.port, path)).status).toBe(403);
    },
  );
});

describe.each(READS)("GET %s", (path) => {
  it.each<[string, number, (known: OpenedPreview) => Asked["headers"]]>([
    ["without the cookie", 403, () => ({})],
    ["with another cookie", 403, ({ port }) => ({ cookie: `bulletin-preview-${port}=guess` })],
    [
      "by another name of this machine (DNS rebinding)",
      403,
      ({ cookie, port }) => ({ cookie, host: `evil.example.org:${port}` }),
    ],
    ["by localhost", 403, ({ cookie, port }) => ({ cookie, host: `localhost:${port}` })],
    ["by another port", 403, ({ cookie }) => ({ cookie, host: "127.0.0.1:1" })],
    ["from another origin", 403, ({ cookie }) => ({ cookie, origin: "http://evil.example.org" })],
    ["from another port of this machine", 403, ({ cookie }) => ({ cookie, origin: "http://127.0.0.1:1" })],
    ["from a page of no origin", 403, ({ cookie }) => ({ cookie, origin: "null" })],
    [
      "from another site, as the browser says",
      403,
      ({ cookie }) => ({ cookie, "sec-fetch-site": "cross-site" }),
    ],
    [
      "from the same site, which is not the same origin",
      403,
      ({ cookie }) => ({ cookie, "sec-fetch-site": "same-site" }),
    ],
  ])("%s: %i", async (_, status, headersFor) => {
    const { headers, status: given } = await askRaw(opened.port, path, { headers: headersFor(opened) ?? {} });
    expect(given).toBe(status);
    expect(headers).not.toHaveProperty("access-control-allow-origin");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });
});

describe.each(WRITES)("POST %s", (path) => {
  const body = "{}";
  it.each<[string, number, (known: OpenedPreview) => Asked]>([
    ["without Origin", 403, ({ cookie }) => ({ headers: { cookie, "content-type": typeOf(path) }, body })],
    [
      "from another origin",
      403,
      ({ cookie }) => ({
        headers: { cookie, origin: "https://evil.example.org", "content-type": typeOf(path) },
        body,
      }),
    ],
    [
      "from no origin",
      403,
      ({ cookie }) => ({ headers: { cookie, origin: "null", "content-type": typeOf(path) }, body }),
    ],
    [
      "without the cookie",
      403,
      ({ origin }) => ({ headers: { origin, "content-type": typeOf(path) }, body }),
    ],
    [
      "as a form",
      415,
      ({ cookie, origin }) => ({
        headers: { cookie, origin, "content-type": "application/x-www-form-urlencoded" },
        body,
      }),
    ],
    [
      "as plain text",
      415,
      ({ cookie, origin }) => ({ headers: { cookie, origin, "content-type": "text/plain" }, body }),
    ],
    ["without a type", 415, ({ cookie, origin }) => ({ headers: { cookie, origin }, body })],
  ])("%s: %i", async (_, status, asked) => {
    expect((await askRaw(opened.port, path, { method: "POST", ...asked(opened) })).status).toBe(status);
  });

  it("by another method: 405 or 403", async () => {
    const { cookie, origin, port } = opened;
    expect((await askRaw(port, path, { headers: { cookie } })).status).toBe(405);
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"]) {
      const { status, headers } = await askRaw(port, path, { method, headers: { cookie, origin } });
      expect([403, 405]).toContain(status);
      expect(headers).not.toHaveProperty("access-control-allow-methods");
    }
  });
});

it.each([
  ["/api/fix", "{"],
  ["/api/fix", "[]"],
  ["/api/fix", '{"revision":"1","kind":"finding","id":"x"}'],
  ["/api/fix", '{"revision":1,"kind":"all"}'],
  ["/api/fix", '{"revision":1e99,"kind":"rule","rule":"x"}'],
  ["/api/move", '{"revision":1,"path":"a","section":"b","before":7}'],
  ["/api/details", '{"revision":1,"details":{"__proto__":{"number":"1"},"constructor":"x"}}'],
  ["/api/details", '{"revision":1,"details":{"editor":["甲"]}}'],
  ["/api/undo", '{"id":7}'],
  ["/api/undo", "null"],
  ["/api/open", '{"path":"a"}'],
])("%s takes no %s", async (path, body) => {
  const { port, cookie, origin } = opened;
  const headers = { cookie, origin, "content-type": "application/json" };
  const { status, text } = await askRaw(port, path, { method: "POST", headers, body });
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({ isDone: false, refusal: { problem: expect.any(String) } });
});

it.each([
  "/../package.json",
  "/%2e%2e/%2e%2e/etc/passwd",
  "/..%2f..%2fetc%2fpasswd",
  "//etc/passwd",
  "/preview.js/../../bulletin.yaml",
  "/bulletin.yaml",
  `/${ISSUE}/issue.yaml`,
  "/api/pages/..%2f..%2fbulletin.yaml",
  "/api/pages/",
  "/api/pictures/../../bulletin.yaml",
  "/edition/../issue.yaml",
  "/edition/docx",
  "/edition/constructor?download",
  "/@fs/etc/passwd",
  "/index.html",
])("nothing is at %s", async (path) => {
  const { status, text } = await opened.ask(path);
  expect([400, 404]).toContain(status);
  expect(text).not.toContain("root:");
});

it("has strict heads on the page, and others on what it frames", async () => {
  const { headers } = await opened.ask("/");
  expect(headers["content-security-policy"]).toContain(
    "default-src 'none'; script-src 'self'; style-src 'self'",
  );
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).not.toContain("unsafe");
  expect(headers).toMatchObject({
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
  });
  const state = await opened.state();
  const page = await opened.ask(`/api/pages/${state.pages[0]?.id}`);
  expect(page).toMatchObject({ status: 200, headers: { "cache-control": "no-store" } });
  const framed = (await opened.ask("/edition/html")).headers["content-security-policy"];
  expect(framed).toContain("frame-ancestors 'self'");
  expect(framed).not.toContain("allow-scripts");
  expect(framed).toMatch(/^sandbox/);
});

const SENT_BYTES = 30 * 1024 * 1024;

describe("what is too much", () => {
  it("of a body is not taken, whether or not it says how long it is", async () => {
    const { port, cookie, origin } = opened;
    const headers = { cookie, origin, "content-type": "application/json" };
    const body = JSON.stringify({ id: "x".repeat(70_000) });
    expect((await askRaw(port, "/api/undo", { method: "POST", headers, body })).status).toBe(413);
    const chunked = { ...headers, "transfer-encoding": "chunked" };
    expect((await askRaw(port, "/api/undo", { method: "POST", headers: chunked, body })).status).toBe(413);
    const declared = {
      ...headers,
      "content-type": "application/octet-stream",
      "content-length": String(2 ** 40),
    };
    const reply = await askRaw(port, "/api/import?name=a.docx", { method: "POST", headers: declared });
    expect(reply.status).toBe(413);
    expect(JSON.parse(reply.text).problem).toContain("太大");
  });

  it("of a body is answered to a client that hears nothing until it has sent all", async () => {
    const { port, cookie } = opened;
    const headers = [
      "POST /api/undo HTTP/1.1",
      `Host: 127.0.0.1:${port}`,
      `Origin: http://127.0.0.1:${port}`,
      `Cookie: ${cookie}`,
      "Content-Type: application/json",
      `Content-Length: ${SENT_BYTES}`,
    ];
    const heard = await new Promise<string>((settle) => {
      const socket = netConnect(port, "127.0.0.1");
      let text = "";
      socket.write(`${headers.join("\r\n")}\r\n\r\n`);
      socket.write(Buffer.alloc(SENT_BYTES, "x"), () => {
        socket.on("data", (data) => {
          text += data.toString();
        });
      });
      socket.once("error", (fault) => settle(fault.message));
      socket.once("close", () => settle(text));
    });
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard).toContain('"isDone":false');
  });

  it("of a file is the same to the page, which does not even send it", () => {
    expect(PAGE_MOST_FILE_BYTES).toBe(MOST_FILE_BYTES);
  });

  it("of pages is told, and a place is free when one closes", async () => {
    const { port, cookie } = opened;
    const open = () =>
      new Promise<{ status: number; close: () => void }>((settle) => {
        const socket = netConnect(port, "127.0.0.1", () => {
          socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`);
        });
        socket.once("data", (data) =>
          settle({ status: Number(/ (\d{3})/.exec(data.toString())?.[1]), close: () => socket.destroy() }),
        );
        socket.on("error", () => undefined);
      });
    const streams = [];
    for (let count = 0; count < 33; count += 1) streams.push(await open());
    expect(streams.map(({ status }) => status)).toEqual([...Array(32).fill(200), 503]);
    for (const { close } of streams) close();
    await expect
      .poll(async () => {
        const one = await open();
        one.close();
        return one.status;
      })
      .toBe(200);
  });

  it("of time is not given to a head that does not come whole, or not at all", async () => {
    const preview = await openPreview({}, { patience: { head: 100, request: 200, look: 20 } });
    const heardOf = (sent: string) =>
      new Promise<string>((settle) => {
        const socket = netConnect(preview.port, "127.0.0.1", () => socket.write(sent));
        let text = "";
        socket.on("data", (data) => {
          text += data.toString();
        });
        socket.on("error", () => undefined);
        socket.once("close", () => settle(text));
      });
    const head = `POST /api/undo HTTP/1.1\r\nHost: 127.0.0.1:${preview.port}\r\nOrigin: ${preview.origin}\r\nCookie: ${preview.cookie}\r\n`;
    const body = "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
    const heard = await Promise.all(["", "GET /api/st", head, `${head}${body}`].map(heardOf));
    for (const text of heard) expect(text).toMatch(/^(HTTP\/1\.1 408 |$)/);
    expect((await preview.state()).stage).toBe("ready");
    await preview.close();
  });

  it("of addresses and heads is refused", async () => {
    expect((await opened.ask(`/api/explain?rule=${"x".repeat(9000)}`)).status).toBe(400);
    expect((await opened.ask("/api/state", { headers: { "x-long": "x".repeat(20_000) } })).status).toBe(431);
  });
});

it("sends the state to a page that connects, and each new one", async () => {
  const { port, cookie, read, write } = opened;
  const events: string[] = [];
  const socket = netConnect(port, "127.0.0.1", () => {
    socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`);
  });
  socket.on("data", (data) => events.push(data.toString()));
  await expect
    .poll(() => events.join(""))
    .toMatch(/retry: \d+[\s\S]*event: state\ndata: \{"language":"zh","stage":"ready"/);
  const item = `${ISSUE}/items/01.md`;
  write(item, read(item).replace("。", "，新添一句。"));
  await expect.poll(() => [...events.join("").matchAll(/^id: (\d+)$/gm)].length, { timeout: 10_000 }).toBe(2);
  socket.destroy();
});

it("tells a port that is taken, with what to do", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise((settle) => other.once("listening", settle));
  const address = other.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const started = startPreview(`${opened.folder}/${ISSUE}/issue.yaml`, { language: "zh", files: PAGE, port });
  const fault = await started.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  expect(fault).toBeInstanceOf(EnvironmentError);
  expect(fault).toMatchObject({
    problem: { zh: `端口 ${port} 已被别的程序占用。`, en: expect.stringContaining(String(port)) },
    remedy: { zh: expect.stringContaining("换一个端口"), en: expect.any(String) },
  });
  await new Promise((settle) => other.close(settle));
});

describe("the end of a preview that nobody looks at", () => {
  it("comes ten minutes after the last page was closed, and never before one was open", async () => {
    const clock = fastClock();
    const idle = idleEnd(clock);
    let hasEnded = false;
    void idle.ended.then(() => {
      hasEnded = true;
    });
    await clock.pass(2 * IDLE_MS);
    for (const pages of [1, 2, 1]) idle.note(pages);
    await clock.pass(2 * IDLE_MS);
    idle.note(0);
    await clock.pass(IDLE_MS - 1);
    idle.note(1);
    await clock.pass(IDLE_MS);
    idle.note(0);
    await clock.pass(IDLE_MS - 1);
    expect(hasEnded).toBe(false);
    await clock.pass(1);
    expect([hasEnded, IDLE_MS]).toEqual([true, 600_000]);
  });

  it("is told by the server when its page goes", async () => {
    const clock = fastClock();
    const preview = await openPreview({}, { clock });
    const before = clock.waiting();
    const socket = netConnect(preview.port, "127.0.0.1", () => {
      socket.write(
        `GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${preview.port}\r\nCookie: ${preview.cookie}\r\n\r\n`,
      );
    });
    await new Promise((settle) => socket.once("data", settle));
    expect(clock.waiting()).toEqual(before);
    socket.destroy();
    await expect.poll(clock.waiting).toEqual([...before, IDLE_MS]);
    await clock.pass(IDLE_MS);
    await preview.preview.isIdle;
    await preview.close();
    expect(clock.waiting()).toEqual([]);
  });
});

it("takes a cookie only of its own port", () => {
  const access = openAccess(4321);
  const { search } = new URL(access.newAddress());
  const headers = { host: "127.0.0.1:4321" };
  const verdict = access.judge({ method: "GET", url: new URL(`http://127.0.0.1/${search}`), headers });
  const cookie = verdict.kind === "entered" ? (verdict.cookie.split(";")[0] ?? "") : "";
  const url = new URL("http://127.0.0.1/api/state");
  expect(access.judge({ method: "GET", url, headers: { ...headers, cookie: `a=b; ${cookie}` } }).kind).toBe(
    "admitted",
  );
  expect(openAccess(4321).judge({ method: "GET", url, headers: { ...headers, cookie } })).toMatchObject({
    kind: "refused",
  });
  expect(access.judge({ method: "POST", url: new URL(`http://127.0.0.1/${search}`), headers })).toMatchObject(
    { kind: "refused" },
  );
});

it("takes an address that others may have seen for a while alone", () => {
  let now = 0;
  const access = openAccess(4321, () => now);
  const addresses = [
    access.newAddress(1000),
    access.newAddress(1000),
    access.newAddress(),
    access.newAddress(),
  ];
  const open = (address: string | undefined) =>
    access.judge({ method: "GET", url: new URL(address ?? ""), headers: { host: "127.0.0.1:4321" } }).kind;
  now = 900;
  expect(open(addresses[0])).toBe("entered");
  now = 1001;
  expect(open(addresses[1])).toBe("refused");
  now = ADDRESS_MS;
  expect(open(addresses[2])).toBe("entered");
  now = ADDRESS_MS + 1;
  expect(open(addresses[3])).toBe("refused");
  expect(open(access.newAddress())).toBe("entered");
});

it("prints a new address where the last has grown old and nobody can ask for one, until a browser has come", async () => {
  const clock = fastClock();
  const printed: string[] = [];
  let isEntered = false;
  let count = 0;
  const preview = { newAddress: () => `address ${++count}`, isEntered: () => isEntered };
  const options = { print: (address: string) => printed.push(address), clock };
  const asked = printAddresses(preview, { ...options, renews: false });
  await clock.pass(3 * ADDRESS_MS);
  asked.printNew();
  expect(printed).toEqual(["address 1", "address 2"]);
  const renewed = printAddresses(preview, { ...options, renews: true });
  await clock.pass(2 * ADDRESS_MS);
  expect(printed).toEqual(["address 1", "address 2", "address 3", "address 4", "address 5"]);
  isEntered = true;
  await clock.pass(5 * ADDRESS_MS);
  expect(printed).toHaveLength(5);
  expect(clock.waiting()).toEqual([]);
  renewed.close();
});

it("looks again at files whose change was not told", async () => {
  const stamps = new Map([
    ["a.md", "1"],
    ["b.md", "1"],
  ]);
  const noted: string[] = [];
  const look = lookAgain((path) => noted.push(path), { stampOf: (path) => stamps.get(path) ?? "" });
  look.begin();
  look.end(["a.md", "b.md"]);
  stamps.set("b.md", "2");
  await expect.poll(() => noted, { timeout: 5000 }).toEqual(["b.md"]);
  look.close();
});
