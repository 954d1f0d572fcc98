// node warcio_check.mjs check FILE: reads a WARC file with warcio and prints one JSON line a record.
// node warcio_check.mjs write FILE: writes a packed file with a response and a revisit.
import { createReadStream, writeFileSync } from "node:fs";
import { WARCParser, WARCRecord, WARCSerializer } from "warcio";

const [, , verb, file] = process.argv;

async function check() {
  for await (const record of new WARCParser(createReadStream(file))) {
    const body = await record.readFully(false);
    console.log(JSON.stringify({
      type: record.warcType,
      uri: record.warcTargetURI ?? "",
      payload: record.warcPayloadDigest ?? "",
      status: record.httpHeaders?.statusCode ?? 0,
      size: body.length,
    }));
  }
}

async function write() {
  const encoder = new TextEncoder();
  async function* content() { yield encoder.encode("<p>from warcio</p>"); }
  async function* nothing() {}
  const url = "http://warcio.example/";
  const response = WARCRecord.create({ url, date: "2025-04-26T12:00:00Z", type: "response", warcVersion: "WARC/1.1",
    httpHeaders: { "Content-Type": "text/html" }, statusline: "HTTP/1.1 200 OK" }, content());
  const revisit = WARCRecord.create({ url, date: "2025-04-27T12:00:00Z", type: "revisit", warcVersion: "WARC/1.1",
    refersToUrl: url, refersToDate: "2025-04-26T12:00:00Z" }, nothing());
  const parts = [];
  for (const record of [response, revisit]) parts.push(await WARCSerializer.serialize(record, { gzip: true }));
  writeFileSync(file, Buffer.concat(parts));
}

await (verb === "check" ? check() : write());
