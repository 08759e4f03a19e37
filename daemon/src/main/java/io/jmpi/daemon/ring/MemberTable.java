package io.jmpi.daemon.ring;

import io.jmpi.daemon.control.Member.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every daemon that a member knows of, itself included, and what of two records of one daemon holds. */
final class MemberTable {

    private final Map<String, Member> members = new HashMap<>();

    Member get(String id) {
        return members.get(id);
    }

    Collection<Member> all() {
        return members.values();
    }

    List<Member> living() {
        List<Member> living = new ArrayList<>();
        for (Member member : members.values()) {
            if (member.isLiving()) {
                living.add(member);
            }
        }
        return living;
    }

    void put(Member member) {
        members.put(member.id(), member);
    }

    void remove(String id) {
        members.remove(id);
    }

    long highestBoot() {
        long highest = 0;
        for (Member member : members.values()) {
            if (Long.compareUnsigned(member.boot(), highest) > 0) {
                highest = member.boot();
            }
        }
        return highest;
    }

    /**
     * Takes over a record of another daemon if it is news.
     *
     * @param firstHand whether whoever says so has seen it, or tells what such a one has told him; else he may have been
     *     cut off from all of us, and a loss that he tells of makes a suspect only
     * @param complete whether lost members that are not known yet are taken over too; a newcomer does that, others may
     *     have forgotten them
     * @return the record as it is now, null if it was no news
     */
    Member merge(Member told, boolean firstHand, boolean complete) {
        Member known = members.get(told.id());
        if (known == null) {
            if (!told.isLiving() && !complete) {
                return null;
            }
            put(told);
            return told;
        }
        Member news = told;
        if (told.state() == State.GONE && !firstHand && known.isLiving()) {
            news = told.with(State.SUSPECT);
        }
        if (!news.isNewerThan(known)) {
            return null;
        }
        put(news);
        return news;
    }
}
