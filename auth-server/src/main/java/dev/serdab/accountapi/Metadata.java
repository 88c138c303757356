package dev.serdab.accountapi;

import org.springframework.util.StringUtils;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code OPTIONS} tells of a path.
 *
 * @param renders media types of answers
 * @param parses media types of bodies
 */
record Metadata(String name, String description, List<String> renders, List<String> parses) {

    static Metadata of(Resource resource) {
        return new Metadata(
                name(resource.path()),
                "",
                List.of(BodyReader.JSON),
                List.of(BodyReader.JSON, BodyReader.FORM, BodyReader.MULTIPART));
    }

    /** {@code /users/set_password/} is "Users Set Password"; the root has no words. */
    private static String name(String path) {
        var name =
                Stream.of(path.split("[/_{}]"))
                        .filter(word -> !word.isEmpty())
                        .map(StringUtils::capitalize)
                        .collect(Collectors.joining(" "));
        return name.isEmpty() ? "Api Root" : name;
    }
}
