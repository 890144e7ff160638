/** What people may write, as patterns of a schema: no control characters; in a text of several lines, line breaks. `filled`: more than spaces. */
export const anyLine = '^[^\\u0000-\\u001f\\u007f]*$';
export const filledLine = '^[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$';
export const anyText = '^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f]*$';
export const filledText =
  '^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f][^\\u0000-\\u0009\\u000b-\\u001f\\u007f]*$';
