/**
 * Lets headings keep their inline code in their anchors, as they do on GitHub: TypeDoc makes anchors of the text in a
 * heading alone, so the code becomes text between tags.
 */
export function keepCodeInHeadings(markdown) {
  markdown.core.ruler.push('code_in_headings', (state) => {
    for (const [index, token] of state.tokens.entries()) {
      if (state.tokens[index - 1]?.type !== 'heading_open') continue;
      token.children = token.children.flatMap((child) => (child.type === 'code_inline' ? spelledOut(child) : [child]));
    }
    function spelledOut({ content }) {
      const [open, text, close] = ['html_inline', 'text', 'html_inline'].map((type) => new state.Token(type, '', 0));
      open.content = '<code>';
      text.content = content;
      close.content = '</code>';
      return [open, text, close];
    }
  });
}
