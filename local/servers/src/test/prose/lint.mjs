// Lints our English by the rules in prh.yml, wherever this file is in the repository. Prints each fault with its place.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TextlintKernel } from '@textlint/kernel';
import markdown from '@textlint/textlint-plugin-markdown';
import prh from 'textlint-rule-prh';
import words from './words.mjs';

const documents = path => path.endsWith('.md');
const catalogues = path => path.endsWith('_en.properties');
const description = path => path.endsWith('/openapi.yaml');
// Comments and texts; prh.yml has the faults themselves.
const sources = path => /\.(java|sql|ya?ml)$/.test(path) && !path.endsWith('/prh.yml');

const CHECKED = { documents, catalogues, description, sources };

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = root(HERE);

function root(folder) {
  return existsSync(join(folder, 'mvnw')) ? folder : root(dirname(folder));
}

function files(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap(entry => {
    const path = folder + entry.name;
    if (!entry.isDirectory()) {
      return path;
    }
    return entry.name.startsWith('.') || ['target', 'node_modules'].includes(entry.name) ? [] : files(path + '/');
  });
}

async function lint(path) {
  const { messages } = await new TextlintKernel().lintText(readFileSync(join(ROOT, path), 'utf8'), {
    filePath: path,
    ext: extname(path),
    plugins: [
      { pluginId: 'markdown', plugin: markdown.default ?? markdown },
      { pluginId: 'words', plugin: words },
    ],
    rules: [
      {
        ruleId: 'prh',
        rule: prh.default ?? prh,
        options: { rulePaths: [join(HERE, 'prh.yml')], checkLink: true, checkBlockQuote: true, checkEmphasis: true },
      },
    ],
  });
  // The last line says what to write; those before it are what was found, as it was wrapped.
  return messages.map(({ line, column, message }) => {
    const text = message.replace(/\n(?=.*$)/, '. ').replace(/\s+/g, ' ');
    return `${path}:${line}:${column}: ${text}`;
  });
}

const all = files('');
const checked = new Set();
for (const [kind, isOfKind] of Object.entries(CHECKED)) {
  const some = all.filter(isOfKind);
  if (some.length === 0) {
    throw new Error(`No ${kind} found below ${ROOT}.`);
  }
  some.forEach(path => checked.add(path));
}

const faults = [];
for (const path of checked) {
  faults.push(...(await lint(path)));
}
faults.forEach(fault => console.log(fault));
console.log(`${checked.size} files, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
