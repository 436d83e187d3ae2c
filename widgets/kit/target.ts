/**
 * True in the scripts of published pages only, where the build puts it: the server, the canvas and
 * tests have everything at hand. What only runs where it is false is left out of a phone's scripts.
 */
export const isPhone = false as boolean
