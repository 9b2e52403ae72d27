/**
 * What a page can try on a server of this machine: read it openly and opaquely, write with types that need no leave of
 * the server, listen to its events, load its files, submit a form, frame it and open it. A script of the page itself.
 */

/** @returns a script; what each try saw by its name, `refused` where the browser or the server let it see nothing */
export const attackOn = (origin: string): string => `(${ATTACK})(${JSON.stringify(origin)})`;

const ATTACK = `async (origin) => {
      const outcomes = {};
      const attempt = async (name, work) => {
        outcomes[name] = await work().catch(() => "refused");
      };
      const body = JSON.stringify({ revision: 2, details: { number: "99" } });
      for (const path of ["/", "/api/state", "/api/glyphs?from=0", "/edition/html"]) {
        await attempt(\`read \${path}\`, () =>
          fetch(origin + path, { credentials: "include" }).then((one) => one.text()),
        );
        await attempt(\`read opaquely \${path}\`, () =>
          fetch(origin + path, { mode: "no-cors", credentials: "include" }).then((one) => one.text()),
        );
      }
      for (const type of ["text/plain", "application/json", "application/x-www-form-urlencoded"]) {
        await attempt(\`write as \${type}\`, () =>
          fetch(\`\${origin}/api/details\`, {
            method: "POST",
            mode: "no-cors",
            credentials: "include",
            body,
            headers: { "Content-Type": type },
          }).then((one) => one.text()),
        );
      }
      await attempt("beacon", async () => {
        navigator.sendBeacon(\`\${origin}/api/details\`, body);
        return "";
      });
      await attempt(
        "events",
        () =>
          new Promise((settle, fail) => {
            const source = new EventSource(\`\${origin}/api/events\`, { withCredentials: true });
            source.addEventListener("state", ({ data }) => settle(data));
            source.onerror = () => fail(new Error("refused"));
          }),
      );
      for (const kind of ["script", "img", "link"]) {
        await attempt(
          \`load as \${kind}\`,
          () =>
            new Promise((settle, fail) => {
              const element = document.createElement(kind);
              element.onload = () => settle("loaded");
              element.onerror = () => fail(new Error("refused"));
              if (element instanceof HTMLLinkElement) {
                element.rel = "stylesheet";
                element.href = \`\${origin}/page.css\`;
              } else
                element.setAttribute(
                  "src",
                  kind === "img" ? \`\${origin}/api/pages/x\` : \`\${origin}/page.js\`,
                );
              document.body.append(element);
            }),
        );
      }
      const form = document.createElement("form");
      Object.assign(form, {
        method: "post",
        action: \`\${origin}/api/details\`,
        enctype: "text/plain",
        target: "into",
      });
      const frame = Object.assign(document.createElement("iframe"), { name: "into" });
      document.body.append(form, frame);
      form.submit();
      const framed = Object.assign(document.createElement("iframe"), { src: \`\${origin}/\` });
      document.body.append(framed);
      await new Promise((settle) => setTimeout(settle, 1500));
      await attempt(
        "look into the frame",
        async () => framed.contentWindow?.document.body.textContent ?? "",
      );
      const opened = window.open(\`\${origin}/\`);
      await new Promise((settle) => setTimeout(settle, 1000));
      await attempt("look into the window", async () => opened?.document.body.textContent ?? "");
      return outcomes;
}`;
