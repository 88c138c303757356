package dev.serdab.brand;

import org.springframework.stereotype.Component;

import java.util.Optional;

/** The name, the logo and the colours that people see. */
@Component
public class Brand {

    private final String name;
    private final Optional<Logo> logo;
    private final Optional<Accent> accent;

    /** Reads the logo and works out the colours. */
    public Brand(BrandSettings settings) {
        name = settings.name();
        logo = Optional.ofNullable(settings.logo()).filter(file -> !file.isBlank()).map(Logo::read);
        accent =
                Optional.ofNullable(settings.accentColor())
                        .filter(colour -> !colour.isBlank())
                        .map(Accent::of);
    }

    /** What people call this place. */
    public String name() {
        return name;
    }

    /** The picture beside the name, if it isn't ours. */
    public Optional<Logo> logo() {
        return logo;
    }

    /** Rules that follow the stylesheet; nothing while the colours are ours. */
    public String stylesheet() {
        return accent.map(Accent::stylesheet).orElse("");
    }

    /** The colour of a button in a mail. */
    public String fill() {
        return accent.map(Accent::fill).orElse(Accent.OURS);
    }

    /** The colour of the words on it. */
    public String onFill() {
        return accent.map(Accent::onFill).orElse("#ffffff");
    }

    /** The colour of links on a light ground. */
    public String link() {
        return accent.map(Accent::link).orElse(Accent.OURS);
    }
}
