/** A mark of our own: a browser asks every site for one. */
export const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#12436d" d="M1 9h3v6H1zm5-4h3v10H6zm5-4h3v14h-3z"/></svg>';
