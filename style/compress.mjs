// Writes .br and .gz beside each file that the site serves: compressed once, at the highest level, served as they are.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = process.argv[2];
for (const name of readdirSync(folder)) {
  if (!/\.(css|js|wasm|svg)$/.test(name)) continue;
  const bytes = readFileSync(`${folder}/${name}`);
  const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
  writeFileSync(`${folder}/${name}.br`, brotli);
  writeFileSync(`${folder}/${name}.gz`, gzipSync(bytes, { level: 9 }));
  console.log(`  ${name}: ${bytes.length} bytes, ${brotli.length} with brotli`);
}
