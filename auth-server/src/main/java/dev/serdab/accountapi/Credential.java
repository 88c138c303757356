package dev.serdab.accountapi;

/** What somebody showed to prove who they are. Each {@link CredentialScheme} has its own kind. */
public interface Credential {}
