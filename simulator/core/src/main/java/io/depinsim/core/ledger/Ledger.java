package io.depinsim.core.ledger;

import io.depinsim.core.InvariantException;
import io.depinsim.core.state.StateOwner;
import io.depinsim.core.state.StateVisitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;

/**
 * All money of a run, in double entry: every movement debits one account and credits another of the
 * same asset. New tokens come from the asset's mint account, destroyed ones go to its burn account;
 * assets of the outside world come from and go to their outside account.
 *
 * <p>Every movement is checked in full before anything is written. What depends on wiring (another
 * asset, a column of the wrong length) is refused with {@link IllegalArgumentException}; what
 * depends on values (an overdraft, a negative amount, the cap, overflow) with {@link
 * InvariantException}. Not safe for several threads.
 */
public final class Ledger implements StateOwner {
  private final CheckLevel level;
  private final Map<String, AssetBook> books = new LinkedHashMap<>();
  private final Map<String, Account> accounts = new LinkedHashMap<>();
  private final Map<String, Flow> flows = new LinkedHashMap<>();
  private final LedgerAudit audit;
  private final boolean logsTouched;

  // How often touched rows were tested, and everything was scanned.
  private final long[] checks = new long[2];

  /** An empty ledger that will be tested as often as {@code level} says. */
  public Ledger(CheckLevel level) {
    this.level = level;
    this.logsTouched = level.includes(CheckLevel.EVENT);
    this.audit = new LedgerAudit(books.values());
  }

  // Opening

  /** Makes an asset known and opens its mint and burn accounts, or its outside account. */
  public void register(Asset asset) {
    AssetBook known = books.get(asset.key());
    if (known == null) {
      for (String end : new String[] {".mint", ".burn", ".outside"}) {
        requireFree(asset.key() + end);
      }
      AssetBook book = new AssetBook(asset);
      books.put(asset.key(), book);
      if (asset.outside()) {
        openIn(book, asset.key() + ".outside", AccountClass.OUTSIDE, 1);
      } else {
        openIn(book, asset.key() + ".mint", AccountClass.MINT, 1);
        openIn(book, asset.key() + ".burn", AccountClass.BURN, 1);
      }
    } else if (!known.asset.equals(asset)) {
      throw new IllegalArgumentException(
          "assets."
              + asset.key()
              + ": "
              + asset
              + " differs from "
              + known.asset
              + ", known before");
    }
  }

  /**
   * Opens an account with {@code rows} balances of zero, registering its asset if need be.
   *
   * @throws IllegalArgumentException if the name is taken or the class is one that the ledger opens
   */
  public Account open(String name, Asset asset, AccountClass accountClass, int rows) {
    if (accountClass.isEndOfTheWorld()) {
      throw new IllegalArgumentException(
          "account " + name + ": the ledger opens " + accountClass + " accounts itself");
    }
    if (rows < 0) {
      throw new IllegalArgumentException("account " + name + ": " + rows + " rows");
    }
    requireFree(name);
    register(asset);
    return openIn(bookOf(asset), name, accountClass, rows);
  }

  private void requireFree(String name) {
    if (accounts.containsKey(name)) {
      throw new IllegalArgumentException(
          "account " + name + " is open already. Maybe put the network's name in front.");
    }
  }

  private Account openIn(AssetBook book, String name, AccountClass accountClass, int rows) {
    Account account = book.open(name, accountClass, rows);
    accounts.put(name, account);
    return account;
  }

  /**
   * Declares a purpose for movements of one asset.
   *
   * @throws IllegalArgumentException if the name is taken
   */
  public Flow flow(String name, Asset asset) {
    if (flows.containsKey(name)) {
      throw new IllegalArgumentException(
          "flow " + name + " is declared already. Maybe put the network's name in front.");
    }
    register(asset);
    Flow flow = new Flow(name, bookOf(asset));
    flows.put(name, flow);
    return flow;
  }

  /**
   * From now on {@link #checkAll} demands that the account's total equals what {@code owed} says.
   */
  public void claim(Account account, LongSupplier owed) {
    requireOurs(account);
    audit.claimTotal(account, owed);
  }

  /** From now on {@link #checkAll} demands that every row equals what {@code owedByRow} says. */
  public void claimRows(Account account, IntToLongFunction owedByRow) {
    requireOurs(account);
    audit.claimRows(account, owedByRow);
  }

  // Reading

  /** The account that new tokens of an asset come from. */
  public Account mintAccount(Asset asset) {
    return bookOf(asset).end(AccountClass.MINT);
  }

  /** The account that burned tokens of an asset go to. */
  public Account burnAccount(Asset asset) {
    return bookOf(asset).end(AccountClass.BURN);
  }

  /** The account through which an outside asset enters and leaves. */
  public Account outsideAccount(Asset asset) {
    return bookOf(asset).end(AccountClass.OUTSIDE);
  }

  /** The account of that name, if there is one. */
  public Optional<Account> findAccount(String name) {
    return Optional.ofNullable(accounts.get(name));
  }

  /** The flow of that name, if there is one. */
  public Optional<Flow> findFlow(String name) {
    return Optional.ofNullable(flows.get(name));
  }

  /** All assets in the order they became known. */
  public List<Asset> listAssets() {
    List<Asset> assets = new ArrayList<>();
    for (AssetBook book : books.values()) {
      assets.add(book.asset);
    }
    return assets;
  }

  /** All accounts in the order they were opened. */
  public List<Account> listAccounts() {
    return List.copyOf(accounts.values());
  }

  /** All flows in the order they were declared. */
  public List<Flow> listFlows() {
    return List.copyOf(flows.values());
  }

  /** Balance of one row, minor units. */
  public long balance(Account account, int row) {
    return account.balance(row);
  }

  /** Sum of all rows, minor units; kept as it changes. */
  public long total(Account account) {
    return account.total();
  }

  /** Sum of an asset's accounts of one class, minor units. */
  public long total(Asset asset, AccountClass accountClass) {
    return bookOf(asset).total(accountClass);
  }

  /** Everything ever minted, minor units; 0 for an outside asset. */
  public long minted(Asset asset) {
    return -bookOf(asset).total(AccountClass.MINT);
  }

  /** Everything ever burned, minor units. */
  public long burned(Asset asset) {
    return bookOf(asset).total(AccountClass.BURN);
  }

  /** Minted less burned; for an outside asset what is inside the model. Minor units. */
  public long supply(Asset asset) {
    return bookOf(asset).supply();
  }

  // Moving

  /**
   * Moves an amount from one row to another.
   *
   * @param flow what for
   * @param amount minor units, at least 0
   */
  public void transfer(Flow flow, Account from, int fromRow, Account to, int toRow, long amount) {
    PostingRules.requireMovable(flow, from, to);
    if (amount < 0) {
      throw PostingRules.negative(flow, from.at(fromRow) + " to " + to.at(toRow), amount);
    }
    from.requireCover(flow, fromRow, amount);
    if (toRow < 0 || toRow >= to.rows()) {
      throw new IndexOutOfBoundsException(to.label() + " has no row " + toRow);
    }
    post(from, fromRow, -amount);
    post(to, toRow, amount);
    flow.add(amount);
  }

  /** Moves an amount between two accounts of one row each. */
  public void transfer(Flow flow, Account from, Account to, long amount) {
    PostingRules.requireScalar(from);
    PostingRules.requireScalar(to);
    transfer(flow, from, 0, to, 0, amount);
  }

  /** Creates tokens in one row. */
  public void mint(Flow flow, Account to, int toRow, long amount) {
    transfer(flow, to.book().end(AccountClass.MINT), 0, to, toRow, amount);
  }

  /** Destroys tokens of one row. */
  public void burn(Flow flow, Account from, int fromRow, long amount) {
    transfer(flow, from, fromRow, from.book().end(AccountClass.BURN), 0, amount);
  }

  /**
   * Pays every row of a column from one account.
   *
   * @param payer of one row; the mint account mints
   * @param amounts one entry per row of {@code column}, minor units, at least 0
   * @return the sum paid
   */
  public long pay(Flow flow, Account payer, long[] amounts, Account column) {
    PostingRules.requireMovable(flow, payer, column);
    PostingRules.requireScalar(payer);
    long sum = PostingRules.checkedSum(flow, amounts, column);
    payer.requireCover(flow, 0, sum);
    post(payer, 0, -sum);
    for (int i = 0; i < amounts.length; i++) {
      column.balances[i] += amounts[i];
    }
    postTotal(column, sum);
    flow.add(sum);
    return sum;
  }

  /**
   * Takes from every row of a column into one account.
   *
   * @param amounts one entry per row of {@code column}, minor units, at least 0 and covered
   * @param payee of one row; the burn account burns
   * @return the sum taken
   */
  public long collect(Flow flow, Account column, long[] amounts, Account payee) {
    PostingRules.requireMovable(flow, column, payee);
    PostingRules.requireScalar(payee);
    long sum = PostingRules.checkedSum(flow, amounts, column);
    PostingRules.requireEachCovered(flow, column, amounts, sum);
    for (int i = 0; i < amounts.length; i++) {
      column.balances[i] -= amounts[i];
    }
    postTotal(column, -sum);
    post(payee, 0, sum);
    flow.add(sum);
    return sum;
  }

  /**
   * Moves from each row of one column to the same row of another.
   *
   * @param amounts one entry per row, minor units, at least 0 and covered
   * @return the sum moved
   */
  public long move(Flow flow, Account from, long[] amounts, Account to) {
    PostingRules.requireMovable(flow, from, to);
    PostingRules.checkedSum(flow, amounts, to);
    long sum = PostingRules.checkedSum(flow, amounts, from);
    PostingRules.requireEachCovered(flow, from, amounts, sum);
    for (int i = 0; i < amounts.length; i++) {
      from.balances[i] -= amounts[i];
      to.balances[i] += amounts[i];
    }
    postTotal(from, -sum);
    postTotal(to, sum);
    flow.add(sum);
    return sum;
  }

  // Checking

  /** To be called after every event: tests what it touched, if the level asks for that. */
  public void afterEvent() {
    if (level.includes(CheckLevel.EVENT)) {
      checkTouched();
    }
  }

  /** To be called at the end of every epoch: tests everything, if the level asks for that. */
  public void afterEpoch() {
    if (level.includes(CheckLevel.EPOCH)) {
      checkAll();
    }
  }

  /** To be called at the end of the run: tests everything, if the level asks for that. */
  public void afterRun() {
    if (level.includes(CheckLevel.RUN)) {
      checkAll();
    }
  }

  /** How often running totals and touched rows were tested; no part of the state. */
  public long touchedChecks() {
    return checks[0];
  }

  /** How often every balance and claim was scanned; no part of the state. */
  public long scans() {
    return checks[1];
  }

  /** Shows how often it was checked: for checkpoints, since no digest covers it. */
  public void visitChecks(StateVisitor visitor) {
    visitor.longs("checks", checks, checks.length);
  }

  /**
   * Tests running totals, and the rows touched since the last call; those are remembered at level
   * {@link CheckLevel#EVENT} only.
   *
   * @throws InvariantException naming asset, account, row, values and rule
   */
  public void checkTouched() {
    audit.checkTouched();
    checks[0]++;
  }

  /**
   * Scans every balance and every claim.
   *
   * @throws InvariantException naming asset, account, row, values and rule
   */
  public void checkAll() {
    audit.checkAll();
    checks[1]++;
  }

  @Override
  public void visitState(StateVisitor visitor) {
    for (AssetBook book : books.values()) {
      visitor.longs("posted/" + book.asset.key(), book.posted, 1);
    }
    for (Account account : accounts.values()) {
      visitor.longs("balance/" + account.name(), account.balances, account.rows());
      visitor.longs("total/" + account.name(), account.total, 1);
    }
    for (Flow flow : flows.values()) {
      visitor.longs("flow/" + flow.name(), flow.total, flow.total.length);
    }
  }

  /** One side of a movement. Package-private so that tests can leave out the other side. */
  void post(Account account, int row, long signedAmount) {
    account.balances[row] += signedAmount;
    account.total[0] += signedAmount;
    account.book().posted[0] += signedAmount;
    if (logsTouched) {
      audit.touch(account, row);
    }
  }

  /** The running totals of a bulk posting whose rows are written already. */
  private void postTotal(Account column, long signedSum) {
    column.total[0] += signedSum;
    column.book().posted[0] += signedSum;
    if (logsTouched) {
      audit.touchColumn(column);
    }
  }

  private AssetBook bookOf(Asset asset) {
    AssetBook book = books.get(asset.key());
    if (book == null || !book.asset.equals(asset)) {
      throw new IllegalArgumentException(
          "assets." + asset.key() + ": not known to this ledger. Maybe open an account first.");
    }
    return book;
  }

  private void requireOurs(Account account) {
    if (accounts.get(account.name()) != account) {
      throw new IllegalArgumentException(account.label() + " belongs to another ledger");
    }
  }
}
