package dev.serdab.sealing;

import dev.serdab.settings.ServerSettings;
import dev.serdab.settings.WrongSetting;
import dev.serdab.storage.DataDirectory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The key that seals everything else, from a setting or a file made at the first start; and those
 * that only open what was sealed before or elsewhere.
 *
 * @param all the sealing one first
 */
record MasterKeys(List<MasterKey> all) {

    static final String PROPERTY = "serdab.master-key";
    private static final String FURTHER = "serdab.further-master-keys";

    static MasterKeys of(ServerSettings settings, DataDirectory directory) {
        var text = settings.masterKey();
        var keys = new ArrayList<MasterKey>();
        keys.add(
                MasterKey.of(
                        text == null
                                ? SecretFile.read(directory.file("master.key"), MasterKey::random)
                                : text,
                        PROPERTY));
        for (int i = 0; i < settings.furtherMasterKeys().size(); i++) {
            keys.add(
                    MasterKey.of(
                            settings.furtherMasterKeys().get(i), "%s[%d]".formatted(FURTHER, i)));
        }
        return new MasterKeys(List.copyOf(keys));
    }

    /** The key that seals. */
    MasterKey current() {
        return all.getFirst();
    }

    /** The key of this name. */
    Optional<MasterKey> find(int id) {
        return all.stream().filter(key -> key.id() == id).findFirst();
    }

    static WrongSetting wrong() {
        return new WrongSetting(
                PROPERTY,
                "(or master.key in the data directory) is not the key this database was sealed"
                        + " with: bring back the key that belongs to it");
    }
}
