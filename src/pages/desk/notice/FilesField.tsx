import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import { asFailure, type Failure } from '../../../services/door';
import { isWeapp } from '../../../services/platform';
import { type Chosen, chooseFile, upload } from '../files';
import { choosePhoto } from '../menus/photo';
import { Labelled } from '../parts/Labelled';
import type { NoticeDraft, Shown } from './draft';
import { notices } from './queries';
import './notice.css';

interface Props {
  draft: NoticeDraft;
  onChange: (draft: NoticeDraft) => void;
}

const PICTURES = 9;
const ENDINGS = ['pdf', 'docx', 'xlsx'] as const;
type Ending = (typeof ENDINGS)[number] | 'jpg';

const endingOf = (name: string): Ending | undefined => ENDINGS.find(ending => name.toLowerCase().endsWith(`.${ending}`));

/** What can be shown at once of a file that was chosen here. */
const shownOf = (fileId: string, { name, path, file }: Chosen): Shown => ({
  fileId,
  name,
  url: file ? URL.createObjectURL(file) : path,
});

async function put(chosen: Chosen, ending: Ending): Promise<Shown> {
  const ticket = await notices('fileTicket', { ending });
  await upload(ticket, chosen);
  return shownOf(ticket.fileId, chosen);
}

/** Pictures and one attachment. */
export function FilesField({ draft, onChange }: Props) {
  const [busy, setBusy] = useState<'picture' | 'file'>();
  const [failure, setFailure] = useState<Failure>();
  const { pictures, attachment } = draft;
  const doing = async (what: 'picture' | 'file', work: () => Promise<void>) => {
    setFailure(undefined);
    setBusy(what);
    try {
      await work();
    } catch (error) {
      setFailure(asFailure(error));
    } finally {
      setBusy(undefined);
    }
  };
  const addPicture = () =>
    doing('picture', async () => {
      const chosen = await choosePhoto();
      if (chosen) onChange({ ...draft, pictures: [...pictures, await put(chosen, 'jpg')] });
    });
  const addFile = () =>
    doing('file', async () => {
      const chosen = await chooseFile(ENDINGS);
      const ending = chosen && endingOf(chosen.name);
      if (chosen && ending) onChange({ ...draft, attachment: await put(chosen, ending) });
    });
  return (
    <Labelled label="图片和附件（选填）" help="图片最多九张；附件可以是 PDF、Word 或 Excel。">
      <View className="notice-files">
        {pictures.map((picture, at) => (
          <View key={picture.fileId} className="notice-file">
            {picture.url.startsWith('cloud://') && !isWeapp ? null : (
              <Image className="notice-thumb" src={picture.url} mode="aspectFill" ariaLabel={`第 ${at + 1} 张图`} />
            )}
            <BigButton
              small
              kind="plain"
              text="去掉"
              label={`去掉第 ${at + 1} 张图`}
              onPress={() => onChange({ ...draft, pictures: pictures.filter(each => each !== picture) })}
            />
          </View>
        ))}
      </View>
      <View className="row-wrap">
        {pictures.length < PICTURES ? (
          <BigButton
            small
            kind="secondary"
            icon="plus"
            text="加图片"
            busy={busy === 'picture'}
            busyText="正在上传…"
            onPress={addPicture}
          />
        ) : null}
        {attachment ? (
          <BigButton
            small
            kind="plain"
            icon="trash"
            text={attachment.name}
            label={`去掉附件 ${attachment.name}`}
            onPress={() => {
              const { attachment: _gone, ...rest } = draft;
              onChange(rest);
            }}
          />
        ) : (
          <BigButton
            small
            kind="secondary"
            icon="upload"
            text="加附件"
            busy={busy === 'file'}
            busyText="正在上传…"
            onPress={addFile}
          />
        )}
      </View>
      <FailureNote about="没有传上" failure={failure} />
    </Labelled>
  );
}
