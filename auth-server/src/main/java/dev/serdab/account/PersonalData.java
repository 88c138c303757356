package dev.serdab.account;

/**
 * A part of what is stored about a person, which they may take with them. The feature that stores
 * it makes a bean of this kind; the export of the account home puts all of them into one file.
 */
public interface PersonalData {

    /** What the part is called in the file, as {@code sessions}. Add, don't rename. */
    String name();

    /**
     * The part, of maps, lists, records, texts, numbers and instants; records' members are named as
     * in Java. Never a secret, nor anything that a secret could be told from.
     */
    Object of(Account account);
}
