package dev.serdab.passkey;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What passkeys are called until their owners call them otherwise. */
@Component
class PasskeyNames {

    private final MessageSource messages;

    PasskeyNames(MessageSource messages) {
        this.messages = messages;
    }

    /** A name that none of the others has. */
    String forNew(Credential credential, List<Passkey> present, Locale locale) {
        var name =
                Authenticator.name(credential.authenticator())
                        .orElseGet(() -> messages.getMessage("passkey.unnamed", null, locale));
        var taken = present.stream().map(Passkey::name).toList();
        return Stream.concat(
                        Stream.of(name),
                        IntStream.rangeClosed(2, PasskeyCreation.MOST + 1)
                                .mapToObj(number -> name + " " + number))
                .filter(free -> !taken.contains(free))
                .findFirst()
                .orElse(name);
    }
}
