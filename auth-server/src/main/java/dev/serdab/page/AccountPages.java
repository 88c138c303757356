package dev.serdab.page;

import dev.serdab.page.AccountPageEntry.Group;

import org.springframework.stereotype.Component;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All pages of the account home that this server has. */
@Component
public class AccountPages {

    private final List<AccountPageEntry> entries;

    AccountPages(List<AccountPageEntry> entries) {
        this.entries =
                entries.stream().sorted(Comparator.comparing(AccountPageEntry::place)).toList();
    }

    /** In the order of the overview. */
    public SortedMap<Group, List<AccountPageEntry>> grouped() {
        return entries.stream()
                .collect(
                        Collectors.groupingBy(
                                entry -> entry.place().group(), TreeMap::new, Collectors.toList()));
    }
}
