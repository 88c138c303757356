package dev.serdab.brand;

import dev.serdab.settings.WrongSetting;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people see on pages and in mails.
 *
 * @param name above every page and mail, and in every page's title
 * @param logo a file with a picture, shown beside the name; relative to the working directory
 * @param accentColor the colour of buttons and links, such as {@code #0b6e4f}
 */
@ConfigurationProperties("serdab.brand")
public record BrandSettings(
        @DefaultValue("Serdab") String name, @Nullable String logo, @Nullable String accentColor) {

    private static final int LONGEST = 60;

    public BrandSettings {
        name = name.strip();
        if (name.isEmpty()
                || name.length() > LONGEST
                || name.chars().anyMatch(Character::isISOControl)) {
            throw new WrongSetting(
                    "serdab.brand.name",
                    "is not one line of 1 to %d characters: write what people call this place"
                            .formatted(LONGEST));
        }
    }
}
