package dev.serdab.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Groups and permissions, as Django counts them: an account has its own permissions and those of
 * its groups; a superuser has all there are; an inactive account has none.
 */
@Component
public class Memberships {

    private final JdbcClient db;

    Memberships(JdbcClient db) {
        this.db = db;
    }

    /** What an account is in and may do. */
    public Rights of(Account account) {
        if (!account.isActive()) {
            return Rights.NONE;
        }
        var groups =
                db.sql(
                                """
                                select g.name from group_member m join account_group g on g.id = m.group_id
                                 where m.account_id = ?\
                                """)
                        .param(account.id().value())
                        .query((row, number) -> row.getString(1))
                        .list();
        return new Rights(
                account.isAdmin(), new TreeSet<>(groups), new TreeSet<>(permissions(account)));
    }

    /** Makes a group, or gives an existing one exactly these permissions. */
    @Transactional
    public void defineGroup(String name, Collection<String> permissions) {
        var id = groupId(name).orElseGet(() -> makeGroup(name));
        db.sql("delete from group_permission where group_id = ?").param(id).update();
        for (var permission : new TreeSet<>(permissions)) {
            db.sql("insert into group_permission (group_id, permission) values (?, ?)")
                    .params(id, permission)
                    .update();
        }
    }

    /** Puts an account into a group, made when it does not exist. */
    @Transactional
    public void join(AccountId account, String group) {
        var id = groupId(group).orElseGet(() -> makeGroup(group));
        db.sql(
                        """
                        insert into group_member (account_id, group_id) select ?, ?
                         where not exists (select 1 from group_member where account_id = ? and group_id = ?)\
                        """)
                .params(account.value(), id, account.value(), id)
                .update();
    }

    /** Gives an account a permission of its own, such as {@code blog.add_post}. */
    @Transactional
    public void allow(AccountId account, String permission) {
        db.sql(
                        """
                        insert into account_permission (account_id, permission) select ?, ?
                         where not exists (select 1 from account_permission where account_id = ? and permission = ?)\
                        """)
                .params(account.value(), permission, account.value(), permission)
                .update();
    }

    private Collection<String> permissions(Account account) {
        if (account.isSuperuser()) {
            return db.sql(
                            "select permission from group_permission union select permission from account_permission")
                    .query((row, number) -> row.getString(1))
                    .list();
        }
        return db.sql(
                        """
                        select permission from account_permission where account_id = ?
                        union
                        select p.permission from group_permission p
                          join group_member m on m.group_id = p.group_id
                         where m.account_id = ?\
                        """)
                .params(account.id().value(), account.id().value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Optional<Long> groupId(String name) {
        return db.sql("select id from account_group where name = ?")
                .param(name)
                .query(Long.class)
                .optional();
    }

    private Long makeGroup(String name) {
        db.sql("insert into account_group (name) values (?)").param(name).update();
        return groupId(name).orElseThrow();
    }
}
