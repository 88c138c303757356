package dev.serdab.page;

import java.util.Locale;

/**
 * A page of the account home. The feature that has it makes a bean of this kind, and the overview
 * leads there; a feature that is switched off makes none.
 *
 * <p>Its words are {@code account-page.<place>.title} and {@code account-page.<place>.text} in the
 * feature's bundle, the place being written as {@code second-factor}.
 *
 * @param place where it stands in the overview
 * @param path below {@code /account/}
 */
public record AccountPageEntry(Place place, String path) {

    /** All that an account home may have, in the order of the overview. */
    public enum Place {
        PROFILE(Group.PERSON),
        EMAIL(Group.PERSON),
        PASSWORD(Group.SIGN_IN),
        PASSKEYS(Group.SIGN_IN),
        SECOND_FACTOR(Group.SIGN_IN),
        SESSIONS(Group.ACCESS),
        APPS(Group.ACCESS),
        ACTIVITY(Group.ACCESS),
        EXPORT(Group.DATA),
        DELETION(Group.DATA);

        private final Group group;

        Place(Group group) {
            this.group = group;
        }

        Group group() {
            return group;
        }
    }

    /** What pages stand together under a heading of {@code account-pages.<group>}. */
    public enum Group {
        PERSON,
        SIGN_IN,
        ACCESS,
        DATA;

        /** As it stands in keys of messages. */
        public String word() {
            return wordOf(this);
        }
    }

    /** The place as it stands in keys of messages. */
    public String word() {
        return wordOf(place);
    }

    private static String wordOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
