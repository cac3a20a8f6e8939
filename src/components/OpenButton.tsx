import { Button, type ButtonProps } from '@tarojs/components';
import './BigButton.css';
import './OpenButton.css';

interface Props extends Pick<ButtonProps, 'id' | 'onGetPhoneNumber' | 'onAgreePrivacyAuthorization'> {
  text: string;
  kind?: 'primary' | 'secondary';
  /** What WeChat does when it is pressed. */
  openType: 'share' | 'getPhoneNumber' | 'agreePrivacyAuthorization';
}

/** A button that only WeChat itself can serve; it looks like a BigButton. */
export const OpenButton = ({ text, kind = 'primary', ...rest }: Props) => (
  <Button className={`open-button btn btn-${kind}`} hoverClass="pressed" {...rest}>
    {text}
  </Button>
);
