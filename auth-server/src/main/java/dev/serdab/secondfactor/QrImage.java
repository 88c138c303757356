package dev.serdab.secondfactor;

import io.nayuki.qrcodegen.QrCode;

/**
 * A QR code as a page draws it in SVG: dark on white, whatever the page's colours.
 *
 * @param size how many modules it has each way, with the quiet zone of four around it
 * @param path the dark modules as an SVG path, a module being one unit
 */
record QrImage(int size, String path) {

    private static final int QUIET = 4;

    static QrImage of(String text) {
        var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        var path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d %dh1v1h-1z".formatted(x + QUIET, y + QUIET));
                }
            }
        }
        return new QrImage(code.size + 2 * QUIET, path.toString());
    }
}
