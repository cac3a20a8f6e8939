/** Lists and months to Excel; who took them out is written down. */
import type { CareContract } from '../../../types/care';
import { daysFrom, monthRange } from '../../../types/time';
import type { HandlersOf } from '../../_shared/context';
import { handOut } from '../../_shared/handout';
import { between, LIGHT } from '../../_shared/store';
import { workbook, yuanCell } from '../../_shared/workbook';
import { careAttendances, careChildren, careClasses, careEnrolments } from '../collections';
import { logRead } from '../log';
import { meetsOn } from '../rules/calendar';
import { feeOf } from '../rules/fees';
import { isLive } from '../rules/signup';
import { calendarOf, settingsOf } from '../settings';
import { monthBook } from '../sheets';

const STATUS_TEXT: Record<string, string> = { enrolled: '已录取', offered: '等确认', waiting: '候补', entered: '等抽签' };

export const exportHandlers: Pick<HandlersOf<CareContract>, 'exportEnrolments' | 'exportMonth'> = {
  async exportEnrolments({ classId }, ctx) {
    const [cls, all] = await Promise.all([
      ctx.store.need(careClasses, classId),
      ctx.store.findAll(careEnrolments, { classId }, { without: LIGHT }),
    ]);
    const shown = all.filter(isLive).sort((a, b) => a.arrival - b.arrival);
    if (shown.length === 0) ctx.refuse('NOTHING_IN_LIST');
    const children = new Map(
      (
        await ctx.store.readAll(
          careChildren,
          shown.map(({ childId }) => childId),
          { without: LIGHT },
        )
      ).map(child => [child.id, child]),
    );
    await logRead(
      ctx,
      shown.map(({ childId }) => childId),
      'export',
    );
    const rows = shown.map(each => {
      const [child, fee] = [children.get(each.childId), feeOf(each)];
      const guardian = child?.guardians.find(({ status }) => status !== 'ended');
      const who = [child?.school ?? '', child?.schoolClass ?? '', guardian?.name ?? '', guardian?.phone ?? ''];
      return [
        String(each.arrival),
        each.childName,
        child?.birthDate ?? '',
        ...who,
        STATUS_TEXT[each.status] ?? '',
        yuanCell(fee.owed),
        yuanCell(fee.paid),
        yuanCell(fee.due),
      ];
    });
    const head = [
      '序号',
      '姓名',
      '出生日期',
      '学校',
      '年级班级',
      '监护人',
      '监护人手机',
      '状态',
      '应收（元）',
      '已收（元）',
      '未收（元）',
    ];
    const book = await workbook([{ name: cls.name, rows: [head, ...rows] }]);
    return { url: await handOut(ctx, 'xlsx', book), name: `${cls.name}-名单.xlsx` };
  },

  async exportMonth({ classId, month }, ctx) {
    const { first, last } = monthRange(month);
    const [cls, settings, members, attendances] = await Promise.all([
      ctx.store.need(careClasses, classId),
      settingsOf(ctx.store),
      ctx.store.findAll(careEnrolments, { classId }, { without: LIGHT }),
      ctx.store.findAll(careAttendances, { classId, day: between(first, last) }, { without: LIGHT }),
    ]);
    const days = daysFrom(first, Number(last.slice(8))).filter(day => meetsOn(cls, day, calendarOf(settings)));
    const in_ = members.filter(({ from, to }) => from !== undefined && to !== undefined && from <= last && to >= first);
    if (days.length === 0 || in_.length === 0) ctx.refuse('NOTHING_IN_LIST');
    const children = new Map(
      (
        await ctx.store.readAll(
          careChildren,
          in_.map(({ childId }) => childId),
          { without: LIGHT },
        )
      ).map(child => [child.id, child]),
    );
    await logRead(
      ctx,
      in_.map(({ childId }) => childId),
      'export',
    );
    const rows = in_
      .sort((a, b) => a.arrival - b.arrival)
      .map(({ childId, childName }) => ({ id: childId, name: childName, schoolClass: children.get(childId)?.schoolClass ?? '' }));
    const book = await monthBook(month, days, rows, attendances, ctx.today);
    return { url: await handOut(ctx, 'xlsx', book), name: `${cls.name}-${month}考勤.xlsx` };
  },
};
