package dev.serdab.mailedlink;

/** What a link is good for, and nothing else. */
public enum LinkPurpose {
    /** Letting a new account sign in. */
    ACTIVATION(false, "activation", "/activate"),
    /** Choosing a new password. */
    PASSWORD_RESET(true, "password", "/password/reset"),
    /** Choosing a new address. */
    EMAIL_RESET(true, "email", "/email/reset");

    private final boolean isForActive;
    private final String word;
    private final String page;

    LinkPurpose(boolean isForActive, String word, String page) {
        this.isForActive = isForActive;
        this.word = word;
        this.page = page;
    }

    /** Whether it is mailed to active accounts, rather than to those that are not yet. */
    boolean isForActive() {
        return isForActive;
    }

    /** What it is called in the keys of the pages' words. */
    String word() {
        return word;
    }

    /** Where in a browser one asks for it. */
    public String page() {
        return page;
    }
}
