package dev.serdab.accountapi;

import java.util.List;

/** The part of the account API that one feature answers. */
public interface AccountEndpoints {

    /** Asked once, at the start. Several features may answer different methods of one path. */
    List<Route> routes();
}
