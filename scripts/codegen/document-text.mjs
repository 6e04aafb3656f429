/**
 * A document as text, with one path or schema a line: a change of the API is a few lines in a diff.
 *
 * @param {object} document as `readDocument` gives it
 * @returns {string}
 */
export function documentText({ openapi, info, paths, components }) {
  return `{
"openapi": ${JSON.stringify(openapi)},
"info": ${JSON.stringify(info)},
"paths": {
${lines(paths)}
},
"components": {"schemas": {
${lines(components.schemas)}
}}
}
`;
}

function lines(object) {
  return Object.entries(object)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(',\n');
}
