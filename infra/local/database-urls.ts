/** Connection strings of one database, by who connects. They hold passwords: keep them out of logs. */
export interface DatabaseUrls {
  /** The superuser: creates databases and roles. */
  admin: string;
  /** Owns the schema. */
  owner: string;
  /** The API's. */
  app: string;
  worker: string;
}

export interface RolePasswords {
  owner: string;
  app: string;
  worker: string;
}

/** The connection strings of a database, from the superuser's and the passwords of the three roles that the migrations create. */
export function databaseUrls(adminUrl: string, passwords: RolePasswords): DatabaseUrls {
  return {
    admin: adminUrl,
    owner: withLogin(adminUrl, 'zhouji_owner', passwords.owner),
    app: withLogin(adminUrl, 'zhouji_app', passwords.app),
    worker: withLogin(adminUrl, 'zhouji_worker', passwords.worker),
  };
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

function withLogin(url: string, username: string, password: string): string {
  const other = new URL(url);
  other.username = username;
  other.password = encodeURIComponent(password);
  return other.href;
}
