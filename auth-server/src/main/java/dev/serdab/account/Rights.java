package dev.serdab.account;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What an account is in and may do.
 *
 * @param isAdmin whether it may manage others
 * @param groups names, sorted
 * @param permissions Django's {@code app_label.codename}, sorted
 */
public record Rights(boolean isAdmin, SortedSet<String> groups, SortedSet<String> permissions) {

    /** No rights at all. */
    public static final Rights NONE = new Rights(false, new TreeSet<>(), new TreeSet<>());

    public Rights {
        groups = Collections.unmodifiableSortedSet(groups);
        permissions = Collections.unmodifiableSortedSet(permissions);
    }

    /** Spring Security's authorities: {@code ROLE_ADMIN}, {@code GROUP_…} and each permission. */
    public Set<String> authorities() {
        var authorities = new LinkedHashSet<String>();
        if (isAdmin) {
            authorities.add("ROLE_ADMIN");
        }
        groups.forEach(group -> authorities.add("GROUP_" + group));
        authorities.addAll(permissions);
        return authorities;
    }
}
