package dev.serdab.passkey;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.UUID;

/**
 * A passkey as pages show it.
 *
 * @param lastUsed empty, if it never was
 */
record PasskeyRow(UUID id, String name, String made, String lastUsed, boolean isSynced) {

    static PasskeyRow of(Passkey passkey, Locale locale) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        var used = passkey.lastUsedAt();
        return new PasskeyRow(
                passkey.id(),
                passkey.name(),
                day.format(passkey.createdAt().atZone(ZoneOffset.UTC)),
                used == null ? "" : day.format(used.atZone(ZoneOffset.UTC)),
                passkey.isSynced());
    }

    /** Whether it was ever used. */
    public boolean isUsed() {
        return !lastUsed.isEmpty();
    }
}
