package dev.serdab.settings;

/** A setting the server cannot start with. The message is one sentence for the operator. */
public class WrongSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param property the full name, such as {@code serdab.issuer}
     * @param sentence what is wrong and what to write, without the property's name in front
     */
    public WrongSetting(String property, String sentence) {
        super(property + " " + sentence);
    }
}
