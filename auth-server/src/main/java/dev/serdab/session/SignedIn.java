package dev.serdab.session;

import dev.serdab.account.Memberships;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.util.function.SingletonSupplier;

import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Spring Security's view of a session. It is rebuilt on every request and never stored; authorities
 * are read when somebody asks for them.
 */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient BrowserSession session;
    private final transient Supplier<List<GrantedAuthority>> authorities;

    SignedIn(BrowserSession session, Memberships memberships) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.session = session;
        this.authorities =
                SingletonSupplier.of(() ->
                        AuthorityUtils.createAuthorityList(
                                memberships.of(session.account()).authorities()));
        setAuthenticated(true);
    }

    @Override
    public Collection<GrantedAuthority> getAuthorities() {
        return authorities.get();
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public BrowserSession getPrincipal() {
        return session;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn same && session.equals(same.session);
    }

    @Override
    public int hashCode() {
        return session.hashCode();
    }
}
