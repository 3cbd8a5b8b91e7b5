import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';

/** Dates are 'YYYY-MM-DD'; rows are in force from validFrom until the day before validTo, null is open. */
@Entity({ schema: 'identity', name: 'assignments' })
export class AssignmentRow {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column({ name: 'person_id', type: 'text' })
  personId: string;

  @ManyToOne(() => PersonRow, (person) => person.assignments)
  @JoinColumn({ name: 'person_id' })
  person: Relation<PersonRow>;

  @Column({ type: 'text' })
  role: string;

  @Column({ type: 'text' })
  organ: string;

  @Column({ name: 'valid_from', type: 'date', nullable: true })
  validFrom: string | null;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;
}

@Entity({ schema: 'identity', name: 'accounts' })
export class AccountRow {
  @PrimaryColumn({ type: 'text' })
  issuer: string;

  @PrimaryColumn({ type: 'text' })
  subject: string;

  @Column({ name: 'person_id', type: 'text' })
  personId: string;

  @ManyToOne(() => PersonRow)
  @JoinColumn({ name: 'person_id' })
  person: Relation<PersonRow>;
}

@Entity({ schema: 'identity', name: 'persons' })
export class PersonRow {
  @PrimaryColumn({ type: 'text' })
  id: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ name: 'home_organ', type: 'text' })
  homeOrgan: string;

  @Column({ name: 'seconded_to', type: 'text', nullable: true })
  secondedTo: string | null;

  @Column({ name: 'seconded_from', type: 'date', nullable: true })
  secondedFrom: string | null;

  @OneToMany(() => AssignmentRow, (assignment) => assignment.person)
  assignments: AssignmentRow[];
}

@Entity({ schema: 'identity', name: 'organs' })
export class OrganRow {
  @PrimaryColumn({ type: 'text' })
  slug: string;

  @Column({ type: 'text' })
  ja: string;

  @Column({ type: 'text' })
  en: string;

  @Column({ name: 'protocol_order', type: 'int', nullable: true })
  protocolOrder: number | null;

  @Column({ type: 'text', nullable: true })
  parent: string | null;

  @Column({ type: 'text' })
  tier: string;

  @Column({ name: 'valid_from', type: 'date' })
  validFrom: string;

  @Column({ name: 'valid_to', type: 'date', nullable: true })
  validTo: string | null;

  @Column({ type: 'text', nullable: true })
  successor: string | null;
}

export const identityRows = [AccountRow, AssignmentRow, OrganRow, PersonRow];
