/** One small sheet: two columns on a desk, one on a phone. */
export const STYLE = `
:root{--text:#1A1D1F;--soft:#5B6468;--line:#E1E6E3;--page:#F4F6F5;--card:#FFF;--primary:#0B7A5C;--tint:#E6F3EE;--danger:#C81E1E;--warn:#6B4300;--warn-bg:#FFF6DB}
*{box-sizing:border-box}
html{scroll-behavior:smooth;scroll-padding-top:64px}
body{margin:0;background:var(--page);color:var(--text);font:15px/1.55 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
header{position:sticky;top:0;z-index:5;background:var(--card);border-bottom:1px solid var(--line)}
.bar{max-width:1240px;margin:0 auto;padding:0 20px;height:52px;display:flex;align-items:center;gap:24px}
.brand{font-size:17px;white-space:nowrap}
nav{display:flex;gap:4px;overflow-x:auto;scrollbar-width:none}
nav a{color:var(--soft);text-decoration:none;padding:6px 10px;border-radius:8px;white-space:nowrap}
nav a:hover{background:var(--page);color:var(--text)}
.notice{margin:0;padding:8px 20px;background:var(--warn-bg);color:var(--warn);text-align:center;font-size:14px}
main,#clock{max-width:1240px;margin:0 auto;padding:0 20px}
main{display:grid;grid-template-columns:340px minmax(0,1fr);gap:16px;padding-bottom:48px;align-items:start}
.column{display:flex;flex-direction:column;gap:16px;min-width:0}
.only-small{display:none}
section{background:var(--card);border:1px solid var(--line);border-radius:14px;padding:16px 18px;min-width:0}
h2{margin:0 0 10px;font-size:16px}
h3{margin:0;font-size:15px}
#clock>div{display:flex;flex-wrap:wrap;align-items:center;gap:8px;margin:16px 0;padding:12px 18px;background:var(--card);border:1px solid var(--line);border-radius:14px}
#clock b{font-size:19px;font-variant-numeric:tabular-nums;margin-right:6px}
#clock span{color:var(--soft);margin-right:auto;font-size:14px}
button,.button,input,select{font:inherit;border-radius:9px;border:1px solid var(--line);background:var(--card);color:var(--text);padding:5px 12px;min-height:34px}
button,.button{cursor:pointer;text-decoration:none;white-space:nowrap}
button:hover{border-color:var(--primary);color:var(--primary)}
button.main{background:var(--primary);border-color:var(--primary);color:#fff}
button.main:hover{background:#096A50;color:#fff}
button.on{background:var(--tint);border-color:var(--primary);color:var(--primary)}
button:disabled{opacity:.5;cursor:default}
:focus-visible{outline:3px solid #0B7A5C66;outline-offset:1px}
input{width:100%}
#clock input{width:auto}
.soft{color:var(--soft);font-size:13.5px}
.bad{color:var(--danger)}
.empty{color:var(--soft);margin:4px 0;padding:14px;border:1px dashed var(--line);border-radius:10px;text-align:center;font-size:14px}
.list{list-style:none;margin:10px 0 0;padding:0;max-height:720px;overflow:auto}
.person{display:grid;grid-template-columns:40px minmax(0,1fr) auto;gap:2px 12px;align-items:center;padding:10px 0;border-top:1px solid var(--line)}
.face{grid-row:span 2;width:40px;height:40px;border-radius:50%;background:var(--tint);color:var(--primary);display:grid;place-items:center;font-weight:600}
.person .soft{grid-column:2/4}
.actions{display:flex;gap:6px}
.actions button{padding:3px 10px;min-height:32px}
.shelf{display:flex;gap:14px;overflow-x:auto;padding:2px 2px 8px}
.phone{flex:0 0 258px;height:430px;border:7px solid #24292B;border-radius:28px;background:#EDEFEE;display:flex;flex-direction:column;overflow:hidden}
.phone .top{display:flex;align-items:center;justify-content:space-between;padding:9px 12px 8px;background:#fff;border-bottom:1px solid var(--line)}
.phone .top button{border:0;padding:0 4px;min-height:28px;color:var(--soft)}
.inbox{flex:1;overflow-y:auto;padding:10px;display:flex;flex-direction:column;gap:10px}
.inbox .empty{border:0;margin:auto}
.bubble{background:#fff;border-radius:10px;padding:9px 11px;font-size:14px;overflow-wrap:anywhere;white-space:pre-line}
.bubble time,.bubble .kind{display:block;color:var(--soft);font-size:12.5px;white-space:normal}
.bubble .kind{color:var(--primary)}
.keys{display:flex;gap:6px;margin-top:6px}
.keys button{flex:1;padding:2px;min-height:32px}
.foot{padding:8px;background:#fff;border-top:1px solid var(--line);display:flex}
.foot button{flex:1}
.chips{display:flex;flex-wrap:wrap;gap:6px;margin-bottom:8px}
.chips button{padding:2px 12px;min-height:32px;border-radius:16px}
.scroll{overflow:auto;max-height:420px}
table{border-collapse:collapse;width:100%;font-size:14px}
th{text-align:left;color:var(--soft);font-weight:500;position:sticky;top:0;background:var(--card)}
th,td{padding:7px 12px 7px 0;border-bottom:1px solid var(--line);vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
td.time{white-space:nowrap;font-variant-numeric:tabular-nums;color:var(--soft)}
td.text{overflow-wrap:anywhere;white-space:pre-line;min-width:180px}
tr.more td{background:var(--page);padding:8px 12px}
.clickable{cursor:pointer}
.clickable:hover td{background:var(--page)}
pre{margin:0;font:12.5px/1.5 ui-monospace,SFMono-Regular,Menlo,monospace;white-space:pre-wrap;overflow-wrap:anywhere}
.row{display:flex;align-items:center;gap:10px;padding:9px 0;border-top:1px solid var(--line)}
.row>div{flex:1;min-width:0;overflow-wrap:anywhere}
#toast{position:fixed;left:50%;bottom:28px;transform:translateX(-50%);background:#24292B;color:#fff;border-radius:10px;padding:9px 16px;max-width:88vw;opacity:0;transition:opacity .2s;pointer-events:none}
#toast.show{opacity:1}
@media (max-width:860px){
main{display:flex;flex-direction:column;gap:12px;align-items:stretch;padding:0 12px 32px}
.column{display:contents}
#people{order:1}#phones{order:2}#messages{order:3}#devices{order:4}#timers{order:5}#log{order:6}#collections{order:7}
.only-small{display:block}
th,td{padding-right:8px}
#clock{padding:0 12px}
#clock span{flex-basis:100%}
.bar{padding:0 12px;gap:10px}
.list{max-height:420px}
button{min-height:40px}
.actions button,.chips button{min-height:38px}
td.text{min-width:140px}
.hide-small{display:none}
}
@media (prefers-reduced-motion:reduce){html{scroll-behavior:auto}#toast{transition:none}}
`;
