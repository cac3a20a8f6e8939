import { BigButton } from '../../../components/BigButton';
import { FailureNote } from '../../../components/FailureNote';
import type { Photo } from './usePhoto';

/** Takes the photo, and says whether it is there. */
export const PhotoButton = ({ photo }: { photo: Photo }) => (
  <>
    <BigButton
      kind="secondary"
      icon="plus"
      text={photo.id ? '✓ 已加照片，换一张' : '加一张现场照片'}
      busy={photo.busy}
      busyText="正在上传…"
      onPress={photo.take}
    />
    <FailureNote about="照片没有传上" failure={photo.failure} onRetry={photo.take} />
  </>
);
