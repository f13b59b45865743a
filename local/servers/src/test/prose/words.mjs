// What people read in a file that is not Markdown. Everything else becomes dots, so that places stay where they are in the
// file, and no rule matches across code; markers of comments become blanks, so that rules match across lines.

const JAVA = /\/\*[^]*?\*\/|\/\/.*|"""[^]*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'/g;
const COMMENT = /^\/\*\*?|\*\/$|^\/\/+|(?<=\n)[ \t]*\*(?!\/)/g;
const CONCATENATION = /^[\s+]*$/;

const dots = text => text.replace(/\S/g, '·');
const blanks = text => text.replace(/\S/g, ' ');

/** Comments and literals. */
function java(text) {
  let end = 0;
  let words = '';
  for (const { 0: part, index } of text.matchAll(JAVA)) {
    const code = text.slice(end, index);
    words += CONCATENATION.test(code) ? blanks(code) : dots(code);
    words += part.startsWith('/') ? part.replace(COMMENT, blanks) : part.replace(/^"+|"+$/g, blanks);
    end = index + part.length;
  }
  return words + dots(text.slice(end));
}

/** Statements are left in: no rule matches them. */
const sql = text => text.replace(/^[ \t]*--/gm, blanks);

const yaml = text => text.replace(/(?<=^|\s)#+(?=\s)/gm, blanks);

/** Values without their keys. */
const properties = text => yaml(text).replace(/^[\w.-]+\s*=/gm, dots);

const READERS = { '.java': java, '.sql': sql, '.yaml': yaml, '.yml': yaml, '.properties': properties };

/** A plugin of textlint: one paragraph for each file. */
export default {
  Processor: class {
    availableExtensions() {
      return Object.keys(READERS);
    }

    processor(extension) {
      return {
        preProcess(source) {
          const text = READERS[extension](source);
          const lines = text.split('\n');
          const place = {
            raw: text,
            range: [0, text.length],
            loc: { start: { line: 1, column: 0 }, end: { line: lines.length, column: lines.at(-1).length } },
          };
          const words = { ...place, type: 'Str', value: text };
          const paragraph = { ...place, type: 'Paragraph', children: [words] };
          return { text, ast: { ...place, type: 'Document', children: [paragraph] } };
        },
        postProcess(messages, filePath) {
          return { messages, filePath };
        },
      };
    }
  },
};
