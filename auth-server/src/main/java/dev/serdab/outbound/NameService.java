package dev.serdab.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name. */
@FunctionalInterface
interface NameService {

    InetAddress[] addressesOf(String host) throws UnknownHostException;
}
