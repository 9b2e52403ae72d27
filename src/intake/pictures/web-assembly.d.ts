/** What the codecs use of WebAssembly, which Node has and its declarations leave to those of browsers. */
// biome-ignore lint/style/noNamespace: the global that Node has is one, and can be added to in no other way
declare namespace WebAssembly {
  interface Module {
    readonly [Symbol.toStringTag]?: string;
  }
  type Imports = Readonly<Record<string, unknown>>;
  interface Instance {
    readonly exports: object;
  }
  const Instance: new (module: Module, imports: Imports) => Instance;
  function compile(bytes: Uint8Array): Promise<Module>;
}
