import { renderSVG } from 'uqr';

/** A QR code as SVG, black on white, with a quiet margin; half of it may be soiled in part and it still reads. */
export function qrSvg(text: string): string {
  return renderSVG(text, { ecc: 'Q', border: 2 });
}
